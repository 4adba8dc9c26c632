import Testing

@testable import HTTPCore

@Suite("An address")
struct IPAddressTests {
    @Test(
        "is read as people write it, and nothing else is one",
        arguments: [
            ("192.0.2.43", "192.0.2.43"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
            ("::", "::"), ("::1", "::1"), ("2001:DB8::0:17", "2001:db8::17"), ("fe80::1", "fe80::1"),
            ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
            // One that is mapped is the IPv4 address.
            ("::ffff:192.0.2.1", "192.0.2.1"), ("::FFFF:c000:0201", "192.0.2.1"),
            ("", nil), ("1.2.3", nil), ("1.2.3.4.5", nil), ("1.2.3.256", nil), ("01.2.3.4", nil), ("1.2.3.4 ", nil),
            ("1.2.3.4\0", nil), ("1::2::3", nil), ("12345::", nil), ("[::1]", nil), ("fe80::1%eth0", nil), ("::g", nil),
            ("0x7f.1", nil), ("１.2.3.4", nil), (String(repeating: ":", count: 46), nil),
        ])
    func text(text: String, expected: String?) {
        #expect(IPAddress(text[...])?.description == expected)
    }

    @Test("is in brackets in a URL where it has colons", arguments: [("::1", "[::1]"), ("192.0.2.1", "192.0.2.1")])
    func brackets(text: String, expected: String) throws {
        var bytes: [UInt8] = []
        try #require(IPAddress(text[...])).append(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test(
        "is in the block that shares its first bits",
        arguments: [
            ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false),
            ("10.0.0.0/8", "9.255.255.255", false),
            ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false), ("192.0.2.1/32", "192.0.2.1", true),
            ("0.0.0.0/0", "255.255.255.255", true), ("0.0.0.0/0", "::1", false),
            ("192.0.2.128/25", "192.0.2.127", false),
            ("::/0", "ffff::", true), ("::/0", "192.0.2.1", false), ("2001:db8::/32", "2001:db8:ffff::", true),
            ("2001:db8::/32", "2001:db9::", false), ("2001:db8::/64", "2001:db8:0:0:ffff::", true),
            ("2001:db8::/65", "2001:db8:0:0:8000::", false), ("::1/128", "::1", true), ("::1", "::2", false),
            ("::ffff:10.0.0.0/104", "10.1.2.3", true), ("10.0.0.0/8", "::ffff:10.1.2.3", true),
        ])
    func blocks(block: String, address: String, isIn: Bool) throws {
        let address = try #require(IPAddress(address[...]))
        #expect(try #require(AddressBlock(block)).contains(address) == isIn)
    }

    @Test(
        "A block is an address and a number of bits, and has no bits that it does not share",
        arguments: [
            ("10.0.0.0/8", "10.0.0.0/8", "10.0.0.0/8"), ("192.0.2.1/32", "192.0.2.1", "192.0.2.1"),
            ("2001:DB8::/32", "2001:db8::/32", "2001:db8::/32"), ("::ffff:10.0.0.0/104", "10.0.0.0/8", "10.0.0.0/8"),
            ("10.1.2.3/8", nil, "10.0.0.0/8"), ("::1/64", nil, "::/64"),
            ("10.0.0.0/", nil, nil), ("10.0.0.0/33", nil, nil), ("::/129", nil, nil), ("10.0.0.0/08", nil, nil),
            ("10.0.0.0/+8", nil, nil), ("10.0.0.0/8/8", nil, nil), ("/8", nil, nil), ("", nil, nil),
            ("::ffff:10.0.0.0/95", nil, nil), ("10.0.0.0/9999999999999999999999", nil, nil), ("localhost", nil, nil),
        ])
    func blockTexts(text: String, exact: String?, around: String?) {
        #expect(AddressBlock(text)?.description == exact)
        #expect(AddressBlock(around: text)?.description == around)
    }

    @Test(
        "Trusted proxies are a list of blocks, and unix",
        arguments: [
            ("10.0.0.0/8", "10.0.0.0/8"), ("10.0.0.0/8, ::1 ,unix", "10.0.0.0/8,::1,unix"), ("unix", "unix"),
            ("", nil), (",", nil), ("10.0.0.0/8,", nil), ("10.0.0.1/8", nil), ("Unix", nil), ("10.0.0.0/8 ::1", nil),
        ])
    func lists(text: String, expected: String?) {
        #expect(TrustedProxies(text)?.description == expected)
        #expect(TrustedProxies(text)?.isEmpty != true && TrustedProxies().isEmpty)
    }
}

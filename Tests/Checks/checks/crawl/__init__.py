"""Every link, and the body behind it."""

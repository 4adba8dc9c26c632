"""What is counted in instructions, which do not depend on what else the machine does."""

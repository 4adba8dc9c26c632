"""What stands in Resources/deploy, by the engines that it is for."""

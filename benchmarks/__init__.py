"""What a build costs, shown as tables. Nothing here is a test: machines are noisy."""

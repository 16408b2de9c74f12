"""What people decide: about problems, and about numbers proposed from prose."""

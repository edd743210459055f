"""What people send, whatever they send it in, becomes drafts of files: one module per format."""

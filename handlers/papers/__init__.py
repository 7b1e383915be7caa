"""What is made of a report to keep and to look at: a Word file, a PDF, a picture."""

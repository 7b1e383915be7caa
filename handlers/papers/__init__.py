"""What is made to keep and to look at: Word files, PDFs, pictures, workbooks."""

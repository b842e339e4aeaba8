"""Papers: notices and receipts as accessible, archivable PDF with their data attached."""

"""What is remembered: records, one shelf a noun, SQL files, migrations."""

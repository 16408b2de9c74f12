"""Series and tables -> files people take away: safe for spreadsheets, with source and licence in them."""

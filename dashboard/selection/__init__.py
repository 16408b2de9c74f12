"""What a page, a chart or an export is asked to show. It lives in the address."""

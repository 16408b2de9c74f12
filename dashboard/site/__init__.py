"""The site as processes: addresses, web server, queue, and the one-process mode."""

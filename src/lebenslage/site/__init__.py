"""The roof: settings, addresses, the web server and the command line. It knows everyone."""

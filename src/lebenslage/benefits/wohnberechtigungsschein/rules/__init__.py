"""The rules of the Wohnberechtigungsschein, one file a concern; the Eigentumsfoerderung reads its income."""

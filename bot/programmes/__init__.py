"""Programmes as data: the files that come with the product and the reader that checks them."""

"""Ready programmes as the start page and the brief show them."""

"""SQL and the rows it returns: the only package that speaks SQL."""

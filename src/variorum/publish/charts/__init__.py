"""The charts of the page: from the plain values of the views to SVG, drawn offline."""

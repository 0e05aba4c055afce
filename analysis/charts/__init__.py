"""Tables to a Figure: one module a chart, and what all charts share; nothing shown, nothing saved."""

"""Documents and tellings that are made up, through the real models: what is counted and joined."""

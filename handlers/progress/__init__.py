"""How measures and aims stand: their states, what each is called, and where a party's stand."""

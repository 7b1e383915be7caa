"""How fast, how large, how soon ready: Mellom beside bare echo bots, interleaved in one run."""

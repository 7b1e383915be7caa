"""The machine: doors, courier, workers, heartbeat, clock, settings, command line, wiring."""

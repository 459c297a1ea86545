"""Engines for big runs: in this process (memory), or over a pool of processes (pool)."""

"""Jobs and their stems: enqueued, admitted, claimed under a lease, moved, delivered."""

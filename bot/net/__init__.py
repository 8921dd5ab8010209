"""What every outside service needs from us: connections, streamed bodies, patience."""

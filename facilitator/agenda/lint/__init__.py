"""The agenda checks AL01 to AL23: what will go wrong in the room, said before it does."""

"""System checks of the project, each with an id."""

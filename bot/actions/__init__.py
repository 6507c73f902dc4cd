"""What people do: one action, one transaction, one named actor. Actions don't call actions."""

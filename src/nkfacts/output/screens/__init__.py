"""The screens of the commands: records laid out in lines for a person, in one hand."""

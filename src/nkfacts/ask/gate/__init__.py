"""Whether a fact or figure bears out each word of a question, and tells what is asked."""

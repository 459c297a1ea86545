"""Letters of a case (文书): kinds, fields, wordings, and how a wording becomes a letter."""

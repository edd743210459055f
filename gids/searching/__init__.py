"""What the search index gets, in rooms: words, thesaurus, weights, and what the browser is sent."""

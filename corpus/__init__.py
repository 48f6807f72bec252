"""What was published: readers, cleaning, datelines and bylines, sentences, duplicates, the store."""

"""Do two numbers answer the same question, and can both be true?

In: claims with measures. Out: answers, questions, contradictions with their arithmetic, and
the versions that remain possible.
"""

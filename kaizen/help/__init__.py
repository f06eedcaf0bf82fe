"""Help for whom a plan does not help: sign-in, takeover, dormancy, closure, safety, causes.

Every page is data in both languages with sources and a date; the modules only read and walk it.
"""

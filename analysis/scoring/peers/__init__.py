"""Other programs that find times in Arabic text, on the texts that Isnad is scored on.

Each program stays in an environment of its own (`make peers`) and in a process of its own: texts go in and times come
out, a JSON object a line (`protocol`). One module a program asks it and says in the terms of the tables what it
answered (`days`); none of their code or words is used. `texts` gathers what is annotated, `running` starts the
programs, `table` scores all alike.
"""

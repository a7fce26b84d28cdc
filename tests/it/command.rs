//! The program from outside: exit codes, both streams, files.

//! The shell: owns what is open and carries out wishes.

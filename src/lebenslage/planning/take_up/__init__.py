"""Where rights arrive: applications, grants, duration and take-up by quarter."""

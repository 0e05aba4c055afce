"""What day it is: when each article was published, and the days its times mean."""

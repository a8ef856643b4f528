#load "constants.csx"
int Twice(int x) => Factor * x;

const int Factor = 2;

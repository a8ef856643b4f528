Console.WriteLine("mn");

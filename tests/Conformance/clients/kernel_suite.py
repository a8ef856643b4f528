"""Jupyter's own conformance suite, every attribute filled in. Prints one line a test and fails when one fails or is skipped."""
import sys
import unittest

import jupyter_kernel_test

import kernels

PATIENCE = 120


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "marketing-notebooks"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("to the other stream");'
    completion_samples = [
        {"text": "Console.WriteLi", "matches": {"WriteLine"}},
        {"text": "Math.Sqr", "matches": {"Sqrt"}},
        {"text": "#!mar", "matches": {"#!markdown"}},
        {"text": "var teaPrice = 3; teaP", "matches": {"teaPrice"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 3;", "Console.WriteLine(1);", "if (true)\n{\n}", "#!html\n<b>", ""]
    incomplete_code_samples = ["if (true)\n{", "Console.WriteLine(", 'var s = """', "/* a comment", "var x ="]
    invalid_code_samples = ["var x = = 3;", ")", "}"]
    code_page_something = "Console.WriteLine?"
    code_generate_error = 'throw new InvalidOperationException("on purpose");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"tea"', "result": "tea"},
        {"code": 'HTML("<b>42</b>")', "result": "<b>42</b>", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": '"*em*".DisplayAs("text/markdown");', "mime": "text/markdown"},
        {"code": "display(6 * 7);", "mime": "text/plain"},
    ]
    code_history_pattern = "6 *?*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.Sqrt"
    code_clear_output = "ClearOutput();"

    # The suite waits a tenth of a second for a message, which this machine may need for other things. What must come, in which order, stays.

    def flush_channels(self):
        message = self.kc.kernel_info()
        kernels.reply_to(self.kc, message)
        kernels.collect(self.kc, message, kernels.Outputs())

    def execute_helper(self, code, timeout=PATIENCE, **options):
        channel = self.kc.iopub_channel
        receive = channel.get_msg
        channel.get_msg = lambda timeout: receive(timeout=PATIENCE)
        try:
            return super().execute_helper(code, timeout, **options)
        finally:
            channel.get_msg = receive

    def history_helper(self, execute_first, timeout=PATIENCE, **options):
        return super().history_helper(execute_first, timeout, **options)


jupyter_kernel_test.TIMEOUT = PATIENCE

if __name__ == "__main__":
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(
        unittest.defaultTestLoader.loadTestsFromTestCase(CSharpKernelTests))
    print(f"{result.testsRun} run, {len(result.failures) + len(result.errors)} failed, {len(result.skipped)} skipped")
    sys.exit(0 if result.wasSuccessful() and not result.skipped and result.testsRun > 0 else 1)

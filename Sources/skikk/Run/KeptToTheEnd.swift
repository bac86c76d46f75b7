/// A value that is not taken apart before the process ends. The system takes back the memory of a
/// whole program at once; letting go of every node of it takes longer than judging a letter.
func keptToTheEnd<Value>(_ value: Value) -> Value {
  _ = unsafe Unmanaged.passRetained(Kept(value))
  return value
}

private final class Kept<Value> {
  let value: Value
  init(_ value: Value) { self.value = value }
}

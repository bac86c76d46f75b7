extension CaseFile {
  /// The payload that stands for a text of the file, or nil when the file does not have the text.
  public func payload(ofText text: String) -> Int64? {
    (0..<texts.count).first { texts[$0].elementsEqual(text.utf8) }.map(Int64.init)
  }
}
